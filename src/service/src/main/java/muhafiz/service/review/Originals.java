package muhafiz.service.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.document.Original;
import muhafiz.domain.policy.Action;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.document.Words;
import muhafiz.service.policy.PolicyInForce;

/** A reception officer says that a paper's original was shown, or that it is still to be (DOC-7); the newest word counts. */
@ApplicationScoped
public class Originals {
    private final PaperDesk desk;
    private final Words words;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Originals(PaperDesk desk, Words words, PolicyInForce policies, InstantSource clock) {
        this.desk = desk;
        this.words = words;
        this.policies = policies;
        this.clock = clock;
    }

    /** @throws RefusedException {@code not-found} */
    public void say(Caller caller, UUID document, boolean isCertified, String place) {
        Original original = new Original(isCertified, place, caller.user(), today());
        var asked = new PaperDesk.Asked(caller, document, List.of(Action.CERTIFY_ORIGINAL), Optional.empty());
        boolean isSaid = desk.say(asked, (paper, any) -> {
            words.add(paper.document(), original);
            return new PaperDesk.Done(Map.of("original", original.state()));
        });
        if (!isSaid) {
            throw PaperDesk.unknown();
        }
    }

    private LocalDate today() {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, policies.policy().meta().timeZone());
    }
}
