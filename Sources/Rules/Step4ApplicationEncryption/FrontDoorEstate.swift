/// Estates of Front Door for examples.
enum FrontDoorEstate {
    static func route(_ properties: String) -> String {
        """
        {"id": "/p/afd/afdEndpoints/web/routes/all", "type": "Microsoft.Cdn/profiles/afdEndpoints/routes",
         "name": "all", "properties": {\(properties)}}
        """
    }

    static func origin(_ properties: String) -> String {
        """
        {"id": "/p/afd/originGroups/og/origins/app", "type": "Microsoft.Cdn/profiles/originGroups/origins",
         "name": "app", "properties": {\(properties)}}
        """
    }
}
