extension Unicode.Scalar {
    /// Whether it would steer a terminal or reorder text rather than show: controls, formats and the like.
    ///
    /// Joiners and variation selectors are formats as well and go with them.
    var isHostile: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            return true
        default: return false
        }
    }
}
