import Topology

/// Messaging, devices and interfaces to programs: who may reach them.
extension ServiceCheck {
    static let messaging: [ServiceCheck] = [
        ServiceCheck(
            "PN-09",
            "event-hubs-public-access",
            "Event Hubs refuse the public network",
            "Microsoft.EventHub/namespaces",
            test: .anyOf([
                .refusesPublicNetwork, .deniesByDefault("networkRuleSets", child: "networkRuleSets"),
            ]),
            fault: openToAll,
            why: messageWhy,
            fix: messageFix,
            command: "az eventhubs namespace update -g GROUP -n NAMESPACE --public-network-access Disabled",
            documentation: "event-hubs/network-security"
        ),
        ServiceCheck(
            "PN-10",
            "service-bus-public-access",
            "Service Bus refuses the public network",
            "Microsoft.ServiceBus/namespaces",
            test: .anyOf([
                .refusesPublicNetwork, .deniesByDefault("networkRuleSets", child: "networkRuleSets"),
            ]),
            fault: openToAll,
            why: messageWhy,
            fix: messageFix,
            command: "az servicebus namespace update -g GROUP -n NAMESPACE --public-network-access Disabled",
            documentation: "service-bus-messaging/network-security"
        ),
        ServiceCheck(
            "PN-11",
            "event-grid-public-access",
            "Event Grid refuses the public network or admits listed addresses",
            "Microsoft.EventGrid/topics",
            "Microsoft.EventGrid/domains",
            "Microsoft.EventGrid/namespaces",
            test: .anyOf([.refusesPublicNetwork, listed("inboundIpRules")]),
            fault: openToAll,
            why: messageWhy,
            fix: messageFix,
            command: "az eventgrid topic update -g GROUP -n TOPIC --public-network-access disabled",
            documentation: "event-grid/network-security"
        ),
        ServiceCheck(
            "PN-12",
            "iot-hub-public-access",
            "IoT hubs refuse the public network or deny by default",
            "Microsoft.Devices/IotHubs",
            test: .anyOf([.refusesPublicNetwork, .deniesByDefault("networkRuleSets")]),
            fault: openToAll,
            why: "A hub that takes any address lets a stolen device key be used from anywhere.",
            fix: "Switch public network access off, or list the addresses your devices come from.",
            command: "az iot hub update -g GROUP -n HUB-NAME --set properties.publicNetworkAccess=Disabled",
            documentation: "iot-hub/iot-hub-public-network-access"
        ),
        ServiceCheck(
            "PN-13",
            "signalr-public-access",
            "SignalR and Web PubSub refuse the public network or deny by default",
            "Microsoft.SignalRService/SignalR",
            "Microsoft.SignalRService/webPubSub",
            test: .anyOf([.refusesPublicNetwork, .deniesByDefault("networkACLs")]),
            fault: openToAll,
            tier: .extended,
            why: "Whoever holds an access key can send in the name of your application from anywhere.",
            fix: "Switch public network access off, or let clients alone in by the network rules.",
            command: "az signalr update -g GROUP -n SIGNALR --set publicNetworkAccess=Disabled",
            documentation: "azure-signalr/howto-network-access-control"
        ),
        ServiceCheck(
            "PN-14",
            "api-management-public-access",
            "API Management stands inside the network or refuses the public one",
            "Microsoft.ApiManagement/service",
            test: .anyOf([
                .refusesPublicNetwork, .word("virtualNetworkType", "Internal", not: "None"),
            ]),
            fault: "publishes its interfaces, its portal and its management to the whole internet",
            why: """
                The gateway sees every call and holds the keys of all backends; in front of it belongs a web \
                application firewall, which a public gateway lets be passed by.
                """,
            fix:
                "Put it into the network as internal, behind an application gateway, or use a private endpoint.",
            command: "az apim update -g GROUP -n APIM --virtual-network Internal",
            documentation: "api-management/virtual-network-concepts"
        ),
    ]

    /// A list of addresses that may come in; nothing on it means that all may.
    static func listed(_ path: String) -> ServiceSetting {
        ServiceSetting(path: path, wanted: .something, unwanted: "[]", isOptional: true)
    }

    private static let messageWhy =
        "Messages drive what happens inside: who can send them from anywhere with a stolen key is inside too."
    private static let messageFix =
        "Switch public network access off and use private endpoints, or deny by default and list your networks."
}
