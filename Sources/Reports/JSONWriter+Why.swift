import JSON
import Reachability
import Topology

/// How reasons and changes are written for programs.
extension JSONWriter {
    /// The members of what goes with a trace.
    mutating func reasons(_ reasons: ReachReport.Reasons) {
        objects("encryption", reasons.encryption.legs) { writer, leg in
            writer.member("from", leg.from?.text)
            writer.member("to", leg.to?.text)
            writer.member("protection", leg.protection.rawValue)
            if let encryptor = leg.by { writer.member("by", encryptor.text) }
            writer.member("detail", leg.detail)
        }
        if let why = reasons.why { self.why(why) }
    }

    /// The member `why`: what stops the packet, and what would turn the answer.
    mutating func why(_ why: Why) {
        object("why") { writer in
            writer.objects("blockers", why.blockers) { $0.step($1) }
            writer.member("complete", why.isComplete)
            if let opening = why.opening {
                writer.objects("opens", opening) { $0.change($1) }
            } else {
                writer.name("opens")
                writer.value(nil)
            }
            writer.name("closes")
            writer.array { writer in
                for set in why.closing {
                    writer.array { writer in
                        for change in set { writer.object { $0.change(change) } }
                    }
                }
            }
        }
    }

    /// The members of a change.
    mutating func change(_ change: Change) {
        member("change", change.kind.rawValue)
        checkpoint(change.checkpoint)
        member("detail", change.detail)
    }

    /// The members of a checkpoint.
    mutating func checkpoint(_ checkpoint: Checkpoint) {
        member("stage", checkpoint.stage.rawValue)
        if let resource = checkpoint.resource { member("resource", resource.text) }
        if let rule = checkpoint.rule { member("rule", rule) }
        if let place = checkpoint.place { member("at", place.text) }
    }
}
