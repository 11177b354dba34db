/// The names of all functions that the public documentation of the template language has.
enum TemplateFunctionNames {
    static let all: [String] =
        words(
            "array concat contains createArray empty first indexFromEnd indexOf intersection last lastIndexOf length max min range skip take tryGet tryIndexFromEnd union flatten"
        ) + words("parseCidr cidrSubnet cidrHost")
        + words("coalesce equals greater greaterOrEquals less lessOrEquals")
        + words("dateTimeAdd dateTimeFromEpoch dateTimeToEpoch utcNow")
        + words("deployer deployment environment parameters variables")
        + words("filter groupBy map mapValues reduce sort toObject lambda lambdaVariables")
        + words("and bool false if not or true xor")
        + words("add copyIndex div float int max min mod mul sub")
        + words("createObject intersection items json null objectKeys shallowMerge")
        + words(
            "extensionResourceId managementGroupResourceId pickZones providers reference references resourceId resourceInfo subscriptionResourceId tenantResourceId toLogicalZone toLogicalZones toPhysicalZone toPhysicalZones list listKeys listAccountSas listSecrets listKeyValue"
        ) + words("managementGroup resourceGroup subscription tenant")
        + words(
            "base64 base64ToJson base64ToString dataUri dataUriToString endsWith fail format guid join newGuid padLeft replace split startsWith string substring toLower toUpper trim uniqueString uri uriComponent uriComponentToString parseUri buildUri externalInput externalInputs getSecret"
        )

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}
