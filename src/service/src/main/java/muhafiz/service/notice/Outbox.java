package muhafiz.service.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.notice.NoticeText;

/** What the archive sends by itself, and what becomes of it; each call is a transaction with its entries. Safe for all threads. */
@ApplicationScoped
public class Outbox {
    private final DeliveryDesk desk;

    @Inject
    Outbox(DeliveryDesk desk) {
        this.desk = desk;
    }

    /**
     * A notice to a verified e-mail address.
     *
     * @param language az, en or ru
     */
    public record Ready(UUID id, String language, NoticeText text, String email) {}

    /** @param next after which to go on; empty where this was the end of what is due */
    public record Due(List<Ready> ready, Optional<UUID> next) {}

    /** Of what is due after this one, what may go by e-mail; at most so many are looked at. */
    public Due due(UUID after, int most) {
        return desk.due(after, most);
    }

    /** The server took it. */
    public void sent(UUID notice) {
        desk.mailed(notice);
    }

    /**
     * The server did not take it.
     *
     * @param reason a code without personal data
     * @param isForGood whether there is no use in trying again
     */
    public void failed(UUID notice, String reason, boolean isForGood) {
        desk.notMailed(notice, reason, isForGood);
    }
}
