/// All built-in controls, in the order of their ids; a test compares it with the folders.
package enum Catalogue {
    package static let controls: [Control] = []
}
