package muhafiz.service.choice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.zone.Difference;

/**
 * Shows an applicant where form and document differ, and takes the choice. Values are shown to the person whose cabinet lodged the
 * application, as the portal knows them at level L1. The holder of number and access code is shown none and changes none, for a number
 * tells status and no names, and whoever holds it may bring any document (policy, {@code identity_check.levels}); but may say that the form
 * stands.
 */
@ApplicationScoped
public class Choices {
    private final ChoiceTurn turn;

    @Inject
    Choices(ChoiceTurn turn) {
        this.turn = turn;
    }

    /**
     * Whom the call is about.
     *
     * @param number of the owner's application; empty for the portal
     */
    public record Asked(Caller caller, UUID document, Optional<String> number) {}

    /**
     * All differences, chosen or not.
     *
     * @throws RefusedException {@code not-found}, for everybody but the person known through the portal
     */
    public List<Difference> look(Asked asked) {
        return turn.look(asked).orElseThrow(Choices::unknown);
    }

    /**
     * Takes the form's or the document's value; the document's is the form's from then on, and the old one is kept.
     *
     * @param field in which they differ
     * @throws RefusedException {@code not-found}; {@code malformed} where they do not differ in that field; {@code case-closed} where the
     *     case is decided or ended; {@code identity-needed} where the form would change for somebody who holds number and code alone
     */
    public void choose(Asked asked, String field, boolean takesDocument) {
        if (!turn.choose(asked, field, takesDocument)) {
            throw unknown();
        }
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such document");
    }
}
