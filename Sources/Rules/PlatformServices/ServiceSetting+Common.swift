/// Settings that many services have under one name.
extension ServiceSetting {
    /// Public network access is switched off.
    static let refusesPublicNetwork = publicAccess("publicNetworkAccess")

    static func publicAccess(_ path: String, _ defaults: [Default] = []) -> ServiceSetting {
        ServiceSetting(
            path: path,
            wanted: .word(["Disabled", "SecuredByPerimeter"]),
            unwanted: #""Enabled""#,
            defaults: defaults
        )
    }

    /// Who is not on the list is denied.
    static func deniesByDefault(_ rules: String, child: String? = nil) -> ServiceSetting {
        ServiceSetting(
            path: child == nil ? "\(rules).defaultAction" : "defaultAction",
            wanted: .word(["Deny"]),
            unwanted: #""Allow""#,
            child: child,
            isOptional: true
        )
    }

    /// A flag that has to be set, or unset.
    static func flag(
        _ path: String,
        _ wanted: Bool,
        child: String? = nil,
        copy: String? = nil,
        _ defaults: [Default] = []
    ) -> ServiceSetting {
        ServiceSetting(
            path: path,
            wanted: .flag(wanted),
            unwanted: "\(!wanted)",
            child: child,
            copy: copy,
            defaults: defaults
        )
    }

    /// A minimum of TLS.
    static func minimumTLS(_ path: String, child: String? = nil, _ defaults: [Default] = []) -> ServiceSetting
    {
        ServiceSetting(
            path: path,
            wanted: .currentTLS,
            unwanted: #""1.0""#,
            child: child,
            defaults: defaults
        )
    }

    /// A word of those that pass.
    static func word(
        _ path: String,
        _ words: String...,
        not unwanted: String,
        child: String? = nil,
        _ defaults: [Default] = []
    ) -> ServiceSetting {
        ServiceSetting(
            path: path,
            wanted: .word(words),
            unwanted: "\"\(unwanted)\"",
            child: child,
            defaults: defaults
        )
    }
}

extension ServiceSetting.Default {
    /// What a template of that version or a later one gets, where that is as wanted.
    static func good(_ value: String, since version: String) -> Self {
        Self(version: version, value: value, isWanted: true)
    }

    /// What it gets, where that is not.
    static func bad(_ value: String, since version: String) -> Self {
        Self(version: version, value: value, isWanted: false)
    }
}
