package muhafiz.service.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.notice.NoticeState;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Witness;

/**
 * Gives out notices and hears what became of them. The portal gets those to people: it sends what has a verified contact and shows the
 * rest. Staff get those to their unit. Every look and every outcome is an entry.
 */
@ApplicationScoped
public class Delivery {
    private final DeliveryDesk desk;
    private final Witness witness;

    @Inject
    Delivery(DeliveryDesk desk, Witness witness) {
        this.desk = desk;
        this.witness = witness;
    }

    /** @param next the id after which the next page begins; empty where this is the last */
    public record Page(List<NoticeView> items, Optional<UUID> next) {}

    /**
     * What became of a notice.
     *
     * @param reason of a failure: a code without personal data, such as {@code mailbox-full}
     */
    public record Outcome(NoticeState state, Optional<String> reason) {
        public Outcome {
            if (state == NoticeState.QUEUED) {
                throw new RefusedException(
                        Refusal.MALFORMED, "outcome is sent, failed or shown", Map.of("member", "outcome"));
            }
            if (reason.filter(code -> !code.matches("[a-z0-9][a-z0-9.-]{0,59}")).isPresent()) {
                throw new RefusedException(
                        Refusal.MALFORMED,
                        "reason is a code of up to 60 small letters, digits, dots and dashes",
                        Map.of("member", "reason"));
            }
        }
    }

    /**
     * A page of notices.
     *
     * @throws RefusedException {@code malformed} where the portal acts for a person and names no application; {@code not-allowed} for staff
     *     without a unit; {@code not-found} for an application that the caller may not know of
     */
    public Page page(Caller caller, NoticeQuestion question) {
        if (!caller.isPortal() && caller.unit().isEmpty()) {
            throw refused(caller, Refusal.NOT_ALLOWED, "notices are for the portal and for units");
        }
        if (caller.isPortal()
                && caller.person().isPresent()
                && question.application().isEmpty()) {
            throw refused(caller, Refusal.MALFORMED, "name the application whose notices the person sees");
        }
        return told(desk.page(caller, question));
    }

    private RefusedException refused(Caller caller, Refusal refusal, String detail) {
        witness.refused(caller, refusal.code());
        return new RefusedException(refusal, detail);
    }

    /**
     * Says what became of a notice; a failure is tried again, later each time. The same said twice counts once.
     *
     * @return the state it has now
     * @throws RefusedException {@code not-found}; {@code contact-unverified} where it was sent although nobody made sure of the contact;
     *     {@code already-decided} for what cannot follow any more
     */
    public NoticeState came(Caller caller, UUID notice, Outcome outcome) {
        return told(desk.came(caller, notice, outcome));
    }

    private static <T> T told(DeliveryDesk.Answer<T> answer) {
        if (answer instanceof DeliveryDesk.Answer.Done<T> done) {
            return done.what();
        }
        Refusal refusal = ((DeliveryDesk.Answer.Refused<T>) answer).refusal();
        throw new RefusedException(
                refusal,
                switch (refusal) {
                    case CONTACT_UNVERIFIED -> "nobody made sure of the contact; show it instead";
                    case ALREADY_DECIDED -> "this cannot follow what became of it before";
                    default -> "there is no such notice or application";
                });
    }
}
