package muhafiz.service.amendment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.policy.NewUse;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Flaw;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.policy.PolicyRows;
import muhafiz.service.policy.VersionRow;

/** What must hold of a draft before it may go on. */
final class Drafts {
    private Drafts() {}

    /** @throws RefusedException {@code not-found}, {@code not-a-draft} */
    static VersionRow require(PolicyRows rows, int version) {
        VersionRow row = rows.find(version)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such version"));
        if (row.stands()) {
            throw new RefusedException(Refusal.NOT_A_DRAFT, "this version stands already");
        }
        return row;
    }

    /** @throws RefusedException {@code version-changed} where the draft does not supersede the newest version */
    static void requireToFollow(Policy newest, Policy draft) {
        if (!draft.meta().supersedes().equals(Optional.of(newest.version()))) {
            throw new RefusedException(
                    Refusal.VERSION_CHANGED,
                    "meta.supersedes names the newest version",
                    Map.of("version", Integer.toString(newest.version())));
        }
    }

    /** @throws RefusedException {@code basis-needed} with the places of classes that lack one */
    static void requireBases(Policy before, Policy draft) {
        List<Flaw> flaws = NewUse.between(before, draft).stream()
                .filter(use -> !use.isFounded())
                .map(use -> flaw(draft, use))
                .toList();
        if (!flaws.isEmpty()) {
            throw new RefusedException(
                    Refusal.BASIS_NEEDED,
                    "what was collected before may serve a new purpose only on a new basis, see the member problems",
                    flaws);
        }
    }

    private static Flaw flaw(Policy draft, NewUse use) {
        int line = draft.file()
                .fields("record_classes")
                .flatMap(classes -> classes.fields(use.recordClass()))
                .map(found -> found.line())
                .orElse(1);
        return new Flaw(
                line,
                "record_classes." + use.recordClass() + ".basis",
                "purpose " + use.purpose() + " is new to this class; it needs another basis, with act and article");
    }

    /** Roles that must approve and have not. */
    static List<String> missing(Policy inForce, Collection<String> approved) {
        return inForce.meta().approvalsRequired().stream()
                .filter(role -> !approved.contains(role))
                .toList();
    }
}
