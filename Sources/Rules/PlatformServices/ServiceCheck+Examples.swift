import Topology

/// The examples of a row: one that fails, one for each value that passes, one of which nothing is known.
extension ServiceCheck {
    var examples: [Example] {
        let own =
            switch test {
            case .anyOf(let settings): settingExamples(settings)
            case .ranges(let ranges): rangeExamples(ranges)
            }
        return own + [.notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#)]
    }

    private var type: String { types[0].text }

    private func settingExamples(_ settings: [ServiceSetting]) -> [Example] {
        let unwanted = settings.map { ($0, $0.unwanted) }
        var examples: [Example] = types.map { .fails(estate(unwanted, of: $0.text)) }
        for (index, setting) in settings.enumerated() {
            for sample in setting.samples {
                examples.append(.passes(estate(replacing(index, in: unwanted, by: sample), of: type)))
            }
            let symbolic = #"{"$symbolic": "[parameters('p')]"}"#
            examples.append(.unknown(estate(replacing(index, in: unwanted, by: symbolic), of: type)))
            if setting.path.contains("[*]") {
                examples.append(.fails(estate(unwanted, of: type, first: setting.samples[0])))
            }
            for known in setting.defaults {
                var others = unwanted
                others.remove(at: index)
                let text = estate(others, of: type, version: known.version)
                examples.append(known.isWanted ? .passes(text) : .fails(text))
            }
            if setting.isOptional {
                var others = unwanted
                others.remove(at: index)
                if !others.isEmpty { examples.append(.fails(estate(others, of: type))) }
            }
        }
        if settings.contains(where: { !$0.isOptional }) { examples.append(.unknown(estate([], of: type))) }
        return examples
    }

    private func replacing(
        _ index: Int,
        in settings: [(ServiceSetting, String)],
        by value: String
    ) -> [(ServiceSetting, String)] {
        var settings = settings
        settings[index].1 = value
        return settings
    }

    /// A service with these settings, in itself and in its children; `first` is what the first element of a list has.
    private func estate(
        _ settings: [(setting: ServiceSetting, value: String)],
        of type: String,
        version: String? = nil,
        first: String? = nil
    ) -> String {
        let id = "/subscriptions/s/resourceGroups/rg/providers/\(type)/svc"
        let api = version.map { #""apiVersion": "\#($0)", "# } ?? ""
        let own = settings.filter { $0.setting.child == nil }.map { ($0.setting.path, $0.value) }
        var rows = [row(id, type, api, own, first)]
        for (setting, value) in settings {
            guard let child = setting.child else { continue }
            let words = child.split(separator: "/")
            let name = words.count > 1 ? words[1] : "default"
            rows.append(
                row("\(id)/\(words[0])/\(name)", "\(type)/\(words[0])", api, [(setting.path, value)], first)
            )
            if let copy = setting.copy {
                rows[0] = row(id, type, api, own + [(copy, setting.unwanted)], first)
            }
        }
        return "[\(rows.joined(separator: ",\n "))]"
    }

    private func row(
        _ id: String,
        _ type: String,
        _ api: String,
        _ settings: [(path: String, value: String)],
        _ first: String?
    ) -> String {
        let tree = settings.reduce(ExampleTree()) { $0.setting($1.path, to: $1.value, before: first) }
        return #"{"id": "\#(id)", "name": "svc", "type": "\#(type)", \#(api)"properties": \#(tree.text)}"#
    }

    private func rangeExamples(_ ranges: ServiceRanges) -> [Example] {
        func estate(
            _ rules: [(String, String)],
            _ access: String = #""Enabled""#,
            _ more: String? = nil,
            api: String = ""
        )
            -> String
        {
            let id = "/subscriptions/s/resourceGroups/rg/providers/\(type)/svc"
            var settings = [(ranges.access, access)]
            if let more, let subnet = ranges.subnet { settings.append((subnet, more)) }
            let children = rules.enumerated().map { index, rule in
                row(
                    "\(id)/\(ranges.rule)/r\(index)",
                    "\(type)/\(ranges.rule)",
                    "",
                    [(ranges.ends.0, "\"\(rule.0)\""), (ranges.ends.1, "\"\(rule.1)\"")],
                    nil
                )
            }
            return "[\(([row(id, type, api, settings, nil)] + children).joined(separator: ",\n "))]"
        }
        let template = #""apiVersion": "2023-01-01", "#
        let single = ("203.0.113.7", "203.0.113.7")
        return [
            .passes(estate([], #""disabled""#)),
            .passes(estate([single])),
            .fails(estate([("0.0.0.0", "255.255.255.255")])),
            .fails(estate([single, ("0.0.0.0", "0.0.0.0")])),
            .unknown(estate([])),
            .unknown(estate([], #"{"$symbolic": "[parameters('p')]"}"#)),
            .unknown(estate([("first", "last")])),
            ranges.isOpenWithoutRules
                ? .fails(estate([], api: template)) : .passes(estate([], api: template)),
        ] + (ranges.subnet == nil ? [] : [.passes(estate([], #""Enabled""#, #""/subnets/db""#))])
    }
}

extension ServiceSetting {
    fileprivate var samples: [String] { wanted.samples }
}
