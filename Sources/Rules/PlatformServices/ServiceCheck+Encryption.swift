import Topology

/// What platform services demand of those who connect.
extension ServiceCheck {
    static let encryption: [ServiceCheck] = serverEncryption + gatewayEncryption + hostEncryption

    private static let serverEncryption: [ServiceCheck] = [
        ServiceCheck(
            "PT-01",
            "postgresql-tls-required",
            "PostgreSQL flexible servers refuse connections without TLS",
            "Microsoft.DBforPostgreSQL/flexibleServers",
            test: .anyOf([serverParameter("require_secure_transport")]),
            fault: clearText,
            severity: .high,
            why: readWhy,
            fix: "Set the parameter require_secure_transport on.",
            command:
                "az postgres flexible-server parameter set -g GROUP -s SERVER -n require_secure_transport -v on",
            documentation: "postgresql/flexible-server/concepts-networking-ssl-tls"
        ),
        ServiceCheck(
            "PT-02",
            "postgresql-tls-minimum",
            "PostgreSQL flexible servers start at TLS 1.2",
            "Microsoft.DBforPostgreSQL/flexibleServers",
            test: .anyOf([.minimumTLS("value", child: "configurations/ssl_min_protocol_version")]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Set the parameter ssl_min_protocol_version to TLSv1.2.",
            command:
                "az postgres flexible-server parameter set -g GROUP -s SERVER -n ssl_min_protocol_version -v TLSv1.2",
            documentation: "postgresql/flexible-server/concepts-networking-ssl-tls"
        ),
        ServiceCheck(
            "PT-03",
            "single-server-tls-required",
            "PostgreSQL, MySQL and MariaDB single servers refuse connections without TLS",
            "Microsoft.DBforPostgreSQL/servers",
            "Microsoft.DBforMySQL/servers",
            "Microsoft.DBforMariaDB/servers",
            test: .anyOf([.flag("sslEnforcement", true)]),
            fault: clearText,
            severity: .high,
            why: readWhy,
            fix: "Switch the enforcement of TLS on.",
            documentation: "postgresql/single-server/concepts-ssl-connection-security"
        ),
        ServiceCheck(
            "PT-04",
            "single-server-tls-minimum",
            "PostgreSQL, MySQL and MariaDB single servers start at TLS 1.2",
            "Microsoft.DBforPostgreSQL/servers",
            "Microsoft.DBforMySQL/servers",
            "Microsoft.DBforMariaDB/servers",
            test: .anyOf([.minimumTLS("minimalTlsVersion")]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Raise the minimum to TLS 1.2.",
            documentation: "postgresql/single-server/concepts-ssl-connection-security"
        ),
        ServiceCheck(
            "PT-05",
            "mysql-tls-required",
            "MySQL flexible servers refuse connections without TLS",
            "Microsoft.DBforMySQL/flexibleServers",
            test: .anyOf([serverParameter("require_secure_transport")]),
            fault: clearText,
            severity: .high,
            why: readWhy,
            fix: "Set the parameter require_secure_transport on.",
            command:
                "az mysql flexible-server parameter set -g GROUP -s SERVER -n require_secure_transport -v ON",
            documentation: "mysql/flexible-server/security-tls"
        ),
        ServiceCheck(
            "PT-06",
            "mysql-tls-minimum",
            "MySQL flexible servers start at TLS 1.2",
            "Microsoft.DBforMySQL/flexibleServers",
            test: .anyOf([.minimumTLS("value", child: "configurations/tls_version")]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Leave TLSv1.2 and TLSv1.3 alone in the parameter tls_version.",
            command:
                "az mysql flexible-server parameter set -g GROUP -s SERVER -n tls_version -v TLSv1.2,TLSv1.3",
            documentation: "mysql/flexible-server/security-tls"
        ),
        ServiceCheck(
            "PT-07",
            "redis-enterprise-tls-minimum",
            "Managed and enterprise Redis start at TLS 1.2",
            "Microsoft.Cache/redisEnterprise",
            test: .anyOf([.minimumTLS("minimumTlsVersion")]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Raise the minimum to TLS 1.2.",
            command: "az redisenterprise update -g GROUP -n CACHE --minimum-tls-version 1.2",
            documentation: "azure-cache-for-redis/cache-tls-configuration"
        ),
        ServiceCheck(
            "PT-08",
            "redis-enterprise-encrypted",
            "Databases of managed and enterprise Redis speak TLS alone",
            "Microsoft.Cache/redisEnterprise/databases",
            test: .anyOf([.word("clientProtocol", "Encrypted", not: "Plaintext")]),
            fault: clearText,
            severity: .high,
            why: readWhy,
            fix: "Set the client protocol to Encrypted.",
            command:
                "az redisenterprise database update -g GROUP --cluster-name CACHE --client-protocol Encrypted",
            documentation: "azure-cache-for-redis/cache-tls-configuration"
        ),
        ServiceCheck(
            "PT-09",
            "synapse-tls-minimum",
            "SQL pools of Synapse start at TLS 1.2",
            "Microsoft.Synapse/workspaces/dedicatedSQLminimalTlsSettings",
            test: .anyOf([.minimumTLS("minimalTlsVersion")]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Raise the minimum to TLS 1.2.",
            documentation: "synapse-analytics/security/connectivity-settings"
        ),
    ]

    private static let gatewayEncryption: [ServiceCheck] = [
        ServiceCheck(
            "PT-10",
            "event-grid-tls-minimum",
            "Event Grid starts at TLS 1.2",
            "Microsoft.EventGrid/topics",
            "Microsoft.EventGrid/domains",
            "Microsoft.EventGrid/namespaces",
            test: .anyOf([.minimumTLS("minimumTlsVersionAllowed")]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Raise the minimum to TLS 1.2.",
            command: "az eventgrid topic update -g GROUP -n TOPIC --minimum-tls-version-allowed 1.2",
            documentation: "event-grid/transport-layer-security-configure-minimum-version"
        ),
        ServiceCheck(
            "PT-11",
            "iot-hub-tls-minimum",
            "IoT hubs start at TLS 1.2",
            "Microsoft.Devices/IotHubs",
            test: .anyOf([
                .minimumTLS("minTlsVersion", [.bad(#""1.0""#, since: "2020-08-01")])
            ]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Create the hub with a minimum of TLS 1.2; it cannot be changed later.",
            documentation: "iot-hub/iot-hub-tls-support"
        ),
        apiProtocol("PT-12", "api-management-ssl3", "SSL 3.0", "Security.Protocols.Ssl30"),
        apiProtocol("PT-13", "api-management-tls10", "TLS 1.0", "Security.Protocols.Tls10"),
        apiProtocol("PT-14", "api-management-tls11", "TLS 1.1", "Security.Protocols.Tls11"),
        apiProtocol("PT-15", "api-management-3des", "Triple DES", "Security.Ciphers.TripleDes168"),
        apiProtocol(
            "PT-16",
            "api-management-backend-tls10",
            "TLS 1.0 towards backends",
            "Security.Backend.Protocols.Tls10"
        ),
        apiProtocol(
            "PT-17",
            "api-management-backend-tls11",
            "TLS 1.1 towards backends",
            "Security.Backend.Protocols.Tls11"
        ),
        ServiceCheck(
            "PT-18",
            "api-https-only",
            "Interfaces of API Management are offered over HTTPS alone",
            "Microsoft.ApiManagement/service/apis",
            test: .anyOf([
                ServiceSetting(
                    path: "protocols",
                    wanted: .only(["https", "wss"]),
                    unwanted: #"["http", "https"]"#
                )
            ]),
            fault: "is offered over plain HTTP",
            severity: .high,
            why: "A call over HTTP shows its key and its data to everybody on the way.",
            fix: "Leave https alone among the protocols of the interface.",
            command: "az apim api update -g GROUP --service-name APIM --api-id API --protocols https",
            documentation: "api-management/api-management-howto-manage-protocols-ciphers"
        ),
        ServiceCheck(
            "PT-19",
            "api-backend-https",
            "API Management calls its backends over HTTPS",
            "Microsoft.ApiManagement/service/backends",
            test: .anyOf([ServiceSetting(path: "url", wanted: .prefix("https://"), unwanted: #""http://x""#)]
            ),
            fault: "is called over plain HTTP",
            severity: .high,
            why: "Encryption that ends at the gateway leaves the longer part of the way open.",
            fix: "Give the backend an address with https.",
            documentation: "api-management/backends"
        ),
        ServiceCheck(
            "PT-20",
            "api-backend-certificates",
            "API Management checks the certificates of its backends",
            "Microsoft.ApiManagement/service/backends",
            test: .anyOf([.flag("tls.validateCertificateChain", true, [.good("true", since: "2018-01-01")])]),
            fault: "is called without a look at its certificate",
            why: "TLS towards anybody is TLS towards whoever stands in between.",
            fix: "Switch the check of the certificate chain on.",
            documentation: "api-management/backends"
        ),
    ]

    private static let hostEncryption: [ServiceCheck] = [
        ServiceCheck(
            "PT-21",
            "smb-versions",
            "File shares speak SMB 3.1.1 alone",
            "Microsoft.Storage/storageAccounts/fileServices",
            test: .anyOf([
                ServiceSetting(
                    path: "protocolSettings.smb.versions",
                    wanted: .only(["SMB3.1.1"]),
                    unwanted: #""SMB2.1;SMB3.0;SMB3.1.1;""#
                )
            ]),
            fault: "speaks versions of SMB that are not protected against being turned down",
            tier: .extended,
            why: "SMB 2.1 does not encrypt, and a client that may speak it can be made to.",
            fix: "Leave SMB 3.1.1 alone.",
            command:
                "az storage account file-service-properties update -g GROUP -n ACCOUNT --versions SMB3.1.1",
            documentation: "storage/files/files-smb-protocol"
        ),
        ServiceCheck(
            "PT-22",
            "smb-encryption",
            "File shares encrypt with AES-256-GCM alone",
            "Microsoft.Storage/storageAccounts/fileServices",
            test: .anyOf([
                ServiceSetting(
                    path: "protocolSettings.smb.channelEncryption",
                    wanted: .only(["AES-256-GCM"]),
                    unwanted: #""AES-128-CCM;AES-256-GCM;""#
                )
            ]),
            fault: "also encrypts with weaker ciphers",
            severity: .low,
            tier: .extended,
            why: "What both sides can do least is what an attacker makes them use.",
            fix: "Leave AES-256-GCM alone.",
            command:
                "az storage account file-service-properties update -g GROUP -n ACCOUNT --channel-encryption AES-256-GCM",
            documentation: "storage/files/files-smb-protocol"
        ),
        ServiceCheck(
            "PT-23",
            "aks-host-encryption",
            "Nodes of a cluster encrypt what they send to storage",
            "Microsoft.ContainerService/managedClusters",
            test: .anyOf([.flag("agentPoolProfiles[*].enableEncryptionAtHost", true)]),
            fault: "has nodes whose caches and temporary disks are stored in clear",
            severity: .low,
            tier: .extended,
            why: "Without it temporary disks and caches lie unencrypted on the host.",
            fix: "Create node pools with encryption at host.",
            command:
                "az aks nodepool add -g GROUP --cluster-name CLUSTER -n POOL --enable-encryption-at-host",
            documentation: "aks/enable-host-encryption"
        ),
        ServiceCheck(
            "PT-24",
            "aks-pod-encryption",
            "Traffic between the nodes of a cluster is encrypted",
            "Microsoft.ContainerService/managedClusters",
            test: .anyOf([
                .word(
                    "networkProfile.advancedNetworking.security.transitEncryption.type",
                    "WireGuard",
                    "mTLS",
                    not: "None"
                )
            ]),
            fault: "sends between its nodes in clear",
            severity: .low,
            tier: .extended,
            why: "Pods mostly talk without TLS; what leaves a node can be read on the way to the next.",
            fix: "Switch WireGuard on, with Cilium as the data plane.",
            command:
                "az aks update -g GROUP -n CLUSTER --enable-acns --acns-transit-encryption-type WireGuard",
            documentation: "aks/container-network-security-wireguard-encryption-concepts"
        ),
        ServiceCheck(
            "PT-25",
            "container-app-https",
            "Container apps refuse plain HTTP",
            "Microsoft.App/containerApps",
            test: .anyOf([
                .flag("configuration.ingress.allowInsecure", false, [.good("false", since: "2022-03-01")])
            ]),
            fault: "answers over HTTP",
            severity: .high,
            why: "What is asked over HTTP can be read and changed on the way.",
            fix: "Forbid insecure connections; HTTP is then redirected.",
            command: "az containerapp ingress update -g GROUP -n APP --allow-insecure false",
            documentation: "container-apps/ingress-overview"
        ),
        ServiceCheck(
            "PT-26",
            "web-app-end-to-end-tls",
            "Web apps are reached by TLS up to the worker",
            "Microsoft.Web/sites",
            test: .anyOf([.flag("endToEndEncryptionEnabled", true)]),
            fault: "gets its requests in clear from the front ends",
            severity: .low,
            tier: .extended,
            why:
                "TLS ends at the shared front ends; the last part of the way is in clear unless the app asks for more.",
            fix: "Switch end-to-end encryption on.",
            command: "az webapp update -g GROUP -n APP --set endToEndEncryptionEnabled=true",
            documentation: "app-service/overview-tls"
        ),
        ServiceCheck(
            "PT-27",
            "web-app-client-certificates",
            "Web apps ask their clients for a certificate",
            "Microsoft.Web/sites",
            test: .anyOf([.flag("clientCertEnabled", true)]),
            fault: "asks no client for a certificate",
            severity: .info,
            tier: .extended,
            why: "Where machines call, a certificate proves which one it is before a word is read.",
            fix: "Require client certificates where the callers are machines.",
            command: "az webapp update -g GROUP -n APP --set clientCertEnabled=true",
            documentation: "app-service/app-service-web-configure-tls-mutual-auth"
        ),
        ServiceCheck(
            "PT-28",
            "app-service-environment-tls",
            "App Service environments refuse TLS 1.0",
            "Microsoft.Web/hostingEnvironments",
            test: .anyOf([
                ServiceSetting(
                    path: "clusterSettings",
                    wanted: .entry(name: "DisableTls1.0", value: "1"),
                    unwanted: #"[{"name": "DisableTls1.0", "value": "0"}]"#
                )
            ]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Set the cluster setting DisableTls1.0 to 1.",
            documentation: "app-service/environment/app-service-app-service-environment-custom-settings"
        ),
        ServiceCheck(
            "PT-29",
            "cdn-https-only",
            "Content delivery endpoints refuse plain HTTP",
            "Microsoft.Cdn/profiles/endpoints",
            test: .anyOf([.flag("isHttpAllowed", false, [.bad("true", since: "2015-06-01")])]),
            fault: "answers over HTTP",
            why: "What is delivered over HTTP can be replaced on the way, scripts among it.",
            fix: "Allow HTTPS alone.",
            command: "az cdn endpoint update -g GROUP --profile-name PROFILE -n ENDPOINT --no-http",
            documentation: "cdn/cdn-custom-ssl"
        ),
        ServiceCheck(
            "PT-30",
            "entra-domain-tls",
            "Managed domains refuse TLS 1.0",
            "Microsoft.AAD/domainServices",
            test: .anyOf([.word("domainSecuritySettings.tlsV1", "Disabled", not: "Enabled")]),
            fault: oldTLS,
            why: oldWhy,
            fix: "Switch TLS 1.2 only mode on in the security settings of the domain.",
            documentation: "active-directory-domain-services/secure-your-domain"
        ),
    ]

    private static let clearText = "takes connections without TLS"
    private static let oldTLS = "takes TLS below 1.2"
    private static let readWhy =
        "Passwords and data in clear can be read by everybody on the way, and a client that forgets TLS is not told."
    private static let oldWhy =
        "A client that may speak old TLS can be made to, and what it sends can then be read."

    private static func serverParameter(_ name: String) -> ServiceSetting {
        .word("value", "ON", not: "OFF", child: "configurations/\(name)")
    }

    /// A protocol or cipher that API Management takes unless a custom property says False.
    private static func apiProtocol(
        _ id: String,
        _ name: String,
        _ what: String,
        _ property: String
    ) -> ServiceCheck {
        ServiceCheck(
            id,
            name,
            "API Management does without \(what)",
            "Microsoft.ApiManagement/service",
            test: .anyOf([
                .flag("customProperties[\"Microsoft.WindowsAzure.ApiManagement.Gateway.\(property)\"]", false)
            ]),
            fault: "still speaks \(what)",
            why: oldWhy,
            fix: "Set the custom property that ends in \(property) to False.",
            documentation: "api-management/api-management-howto-manage-protocols-ciphers"
        )
    }
}
