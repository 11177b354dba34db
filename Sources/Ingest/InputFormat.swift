/// One kind of JSON that bulkhead knows, told from its content.
///
/// A format either reads what it recognises, or lists it with the reason why it is not used.
protocol InputFormat: Sendable {
    /// Whether a value is of this kind. Asked for every row, so it looks at few members.
    static func recognises(_ candidate: Candidate) -> Bool

    /// Takes what a recognised value holds.
    static func read(_ candidate: Candidate, into harvest: inout Harvest)
}

/// Every format, in the order in which they are asked; the first that recognises a value reads it.
enum InputFormats {
    static let all: [any InputFormat.Type] = [
        ResourceAnswer.self,
        AzureCLISubscription.self,
        DeploymentStatus.self,
        ServiceTagFile.self,
        ResourceGraphTable.self,
        ResourceGraphAnswer.self,
        SpecificationExample.self,
        RecordedExchange.self,
        OperationResult.self,
        ErrorAnswer.self,
        ARMTemplate.self,
        ARMParameters.self,
        TerraformOutput.self,
        OwnReport.self,
        EffectiveAnswer.self,
        KnownAnswer.self,
        ResourceList.self,
    ]
}
