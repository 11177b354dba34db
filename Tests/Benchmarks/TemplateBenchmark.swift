import Glibc
import Ingest
import JSON
import Topology

/// Takes the time of evaluating templates: one of 500 resources, and a folder of many with their parameters.
enum TemplateBenchmark {
    private static let runs = 41

    /// - Parameter folder: A folder of templates; nil where only the generated one is evaluated.
    static func run(folder: String?) {
        let text = template(resources: 500)
        let bytes = Array(text.utf8)
        var isSound = true
        let times = (0..<runs).map { _ in
            // A document of its own each time, as a file just read would be.
            let document = JSONDocument(name: "generated.json", bytes: bytes)
            return seconds(CLOCK_THREAD_CPUTIME_ID) {
                let expansion = TemplateExpansion(JSONValue(document: document, offset: 0), path: nil)
                let errors = expansion.diagnostics.filter { $0.severity == .error }
                isSound = isSound && errors.isEmpty && expansion.resources.count == 500
            }
        }
        print(
            "a template of 500 resources, \(bytes.count >> 10) KiB, parsed, evaluated and written: \(words(times))"
        )
        print(isSound ? "all 500 resources are there, without error" : "it does not evaluate as it should")
        guard let folder else { return }
        var resources = 0
        var files = 0
        var walls: [Double] = []
        let cpus = (0..<runs).map { _ in
            seconds(CLOCK_PROCESS_CPUTIME_ID) {
                walls.append(
                    seconds(CLOCK_MONOTONIC) {
                        let reading = try? Reader.read([.path(folder)])
                        resources = reading?.resources.count ?? 0
                        files = reading?.files ?? 0
                    }
                )
            }
        }
        print(
            "\(folder): \(files) files, \(resources) resources: \(words(cpus)) of CPU time, \(words(walls)) wall"
        )
    }

    /// Networks, security groups and network interfaces that refer to each other as templates do.
    private static func template(resources count: Int) -> String {
        let kinds = [network, group, interface, address]
        let resources = (0..<count).map { kinds[$0 % kinds.count]($0) }.joined(separator: ",\n")
        return """
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0",
            "parameters":{"prefix":{"type":"string","defaultValue":"bench"},"location":{"type":"string","defaultValue":"[resourceGroup().location]"}},
            "variables":{"suffix":"[uniqueString(resourceGroup().id)]","ports":["22","80","443","3389"],"tags":{"owner":"net","env":"[toUpper('prod')]"}},
            "resources":[\(resources)],
            "outputs":{"first":{"type":"string","value":"[resourceId('Microsoft.Network/virtualNetworks', concat(parameters('prefix'), '-vnet-0'))]"}}}
            """
    }

    private static func head(_ type: String, _ word: String, _ number: Int) -> String {
        #""type":"Microsoft.Network/\#(type)","apiVersion":"2023-09-01","name":"[concat(parameters('prefix'), '-\#(word)-\#(number)')]","location":"[parameters('location')]","tags":"[variables('tags')]""#
    }

    private static func network(_ number: Int) -> String {
        #"{\#(head("virtualNetworks", "vnet", number)),"properties":{"addressSpace":{"addressPrefixes":["[format('10.{0}.0.0/16', \#(number % 250))]"]},"subnets":[{"name":"web","properties":{"addressPrefix":"[cidrSubnet('10.\#(number % 250).0.0/16', 24, 1)]","networkSecurityGroup":{"id":"[resourceId('Microsoft.Network/networkSecurityGroups', concat(parameters('prefix'), '-nsg-\#(number + 1)'))]"}}}]}}"#
    }

    private static func group(_ number: Int) -> String {
        #"{\#(head("networkSecurityGroups", "nsg", number)),"properties":{"copy":[{"name":"securityRules","count":"[length(variables('ports'))]","input":{"name":"[concat('allow-', variables('ports')[copyIndex('securityRules')])]","properties":{"priority":"[add(100, mul(copyIndex('securityRules'), 10))]","direction":"Inbound","access":"Allow","protocol":"Tcp","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"[variables('ports')[copyIndex('securityRules')]]"}}}]}}"#
    }

    private static func interface(_ number: Int) -> String {
        #"{\#(head("networkInterfaces", "nic", number)),"dependsOn":["[resourceId('Microsoft.Network/virtualNetworks', concat(parameters('prefix'), '-vnet-\#(number - 2)'))]"],"properties":{"ipConfigurations":[{"name":"ip","properties":{"privateIPAllocationMethod":"Dynamic","subnet":{"id":"[resourceId('Microsoft.Network/virtualNetworks/subnets', concat(parameters('prefix'), '-vnet-\#(number - 2)'), 'web')]"}}}],"enableIPForwarding":"[equals(parameters('prefix'), 'nva')]"}}"#
    }

    private static func address(_ number: Int) -> String {
        #"{\#(head("publicIPAddresses", "pip", number)),"sku":{"name":"[if(contains(parameters('prefix'), 'basic'), 'Basic', 'Standard')]"},"properties":{"publicIPAllocationMethod":"Static","dnsSettings":{"domainNameLabel":"[toLower(concat(parameters('prefix'), '-', variables('suffix'), '-\#(number)'))]"}}}"#
    }

    private static func words(_ times: [Double]) -> String {
        let sorted = times.sorted()
        func milliseconds(_ time: Double) -> String { "\((time * 100_000).rounded() / 100) ms" }
        guard let best = sorted.first else { return "not measured" }
        return "\(milliseconds(sorted[sorted.count / 2])) (best \(milliseconds(best)))"
    }

    private static func seconds(_ clock: clockid_t, _ body: () -> Void) -> Double {
        let start = now(clock)
        body()
        return now(clock) - start
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
