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
 * application, as the portal knows them at level L1; the holder of number and access code may choose, but is shown no values: a number
 * tells status, no names (policy, {@code identity_check.levels}).
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
     *     case has ended
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
