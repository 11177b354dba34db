import Topology

/// Openings beside the public door: of storage, vaults, disks, databases, devices and triggers.
extension ServiceCheck {
    static let openings: [ServiceCheck] = [
        ServiceCheck(
            "PN-41",
            "storage-anonymous-blobs",
            "Storage accounts forbid containers that are read without a key",
            "Microsoft.Storage/storageAccounts",
            test: .anyOf([
                .flag(
                    "allowBlobPublicAccess",
                    false,
                    [.bad("true", since: "2019-04-01"), .good("false", since: "2023-01-01")]
                )
            ]),
            fault: "lets a container be read without a key",
            why: "One click on one container makes it public, and scanners find its name within hours.",
            fix: "Forbid anonymous access for the whole account.",
            command: "az storage account update -g GROUP -n ACCOUNT --allow-blob-public-access false",
            documentation: "storage/blobs/anonymous-read-access-prevent"
        ),
        ServiceCheck(
            "PN-42",
            "storage-sftp",
            "Storage accounts speak no SFTP",
            "Microsoft.Storage/storageAccounts",
            test: .anyOf([.flag("isSftpEnabled", false, [.good("false", since: "2021-08-01")])]),
            fault: "takes sign-ins by SFTP with local accounts",
            severity: .low,
            tier: .extended,
            why: "SFTP has users and passwords of its own, beside Entra and its conditions.",
            fix: "Switch SFTP off where nobody needs it.",
            command: "az storage account update -g GROUP -n ACCOUNT --enable-sftp false",
            documentation: "storage/blobs/secure-file-transfer-protocol-support"
        ),
        ServiceCheck(
            "PN-43",
            "file-sync-public-access",
            "File Sync takes traffic from inside alone",
            "Microsoft.StorageSync/storageSyncServices",
            test: .anyOf([.word("incomingTrafficPolicy", "AllowVirtualNetworksOnly", not: "AllowAllTraffic")]
            ),
            fault: openToAll,
            tier: .extended,
            why: "The service holds the shape and the state of all file shares it syncs.",
            fix: "Allow virtual networks only.",
            command:
                "az storagesync update -g GROUP -n SYNC --incoming-traffic-policy AllowVirtualNetworksOnly",
            documentation: "storage/file-sync/file-sync-networking-endpoints"
        ),
        ServiceCheck(
            "PN-44",
            "disk-export",
            "Disks are exported by no public link",
            "Microsoft.Compute/disks",
            test: .anyOf([
                .word("networkAccessPolicy", "AllowPrivate", "DenyAll", not: "AllowAll"),
                .word("publicNetworkAccess", "Disabled", not: "Enabled"),
            ]),
            fault: "can be copied to anywhere by a link",
            severity: .low,
            tier: .extended,
            why: "Who may create a link to a disk takes home the whole machine, with no filter in between.",
            fix: "Deny export, or allow it through a disk access in your network.",
            command:
                "az disk update -g GROUP -n DISK --network-access-policy DenyAll --public-network-access Disabled",
            documentation: "virtual-machines/disks-restrict-import-export-overview"
        ),
        ServiceCheck(
            "PN-45",
            "sql-outbound",
            "SQL servers call listed names alone",
            "Microsoft.Sql/servers",
            test: .anyOf([.word("restrictOutboundNetworkAccess", "Enabled", not: "Disabled")]),
            fault: "may call any storage account or server",
            severity: .low,
            tier: .extended,
            why: "A database that may call anywhere writes a backup or an audit log into a foreign account.",
            fix: "Restrict outbound networking and list the names it may call.",
            command: "az sql server update -g GROUP -n SERVER --restrict-outbound-network-access true",
            documentation: "azure-sql/database/outbound-firewall-rule-overview"
        ),
        ServiceCheck(
            "PN-46",
            "managed-hsm-public-access",
            "Managed HSMs refuse the public network or deny by default",
            "Microsoft.KeyVault/managedHSMs",
            test: .anyOf([.refusesPublicNetwork, .deniesByDefault("networkAcls")]),
            fault: openToAll,
            severity: .high,
            why: "The keys that all other keys hang on need no way in from the internet.",
            fix: "Switch public network access off and use a private endpoint.",
            command: "az keyvault update-hsm -g GROUP --hsm-name HSM --public-network-access Disabled",
            documentation: "key-vault/managed-hsm/private-link"
        ),
        ServiceCheck(
            "PN-47",
            "logic-app-trigger",
            "HTTP triggers of logic apps admit listed addresses",
            "Microsoft.Logic/workflows",
            test: .anyOf([
                ServiceSetting(
                    path: "accessControl.triggers.allowedCallerIpAddresses",
                    wanted: .something,
                    unwanted: "[]",
                    isOptional: true
                )
            ]),
            fault: "can be started from the whole internet by its link",
            severity: .low,
            tier: .extended,
            why:
                "The link of a trigger holds its own key; whoever sees it once can start the workflow for ever.",
            fix: "List the addresses that may call the trigger.",
            documentation: "logic-apps/logic-apps-securing-a-logic-app"
        ),
    ]
}
