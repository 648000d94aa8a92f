package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.log.Inside;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.proof.paper.DestructionCertificate.Part;
import muhafiz.proof.paper.ProvenEntry;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.checkpoint.Published;
import muhafiz.service.log.Found;
import muhafiz.service.log.FoundRows;
import muhafiz.service.log.LogFilter;
import muhafiz.service.log.MonthKeys;
import muhafiz.service.log.TreeRows;

/** Certificates of destruction as outsiders can check them: each part is an entry of the log, shown with its inside and its proof. */
@ApplicationScoped
@Transactional
public class ProvenCertificates {
    private static final String ACTION = "key_operation";
    private static final int SOME = 100;

    private final DestructionRows orders;
    private final FoundRows entries;
    private final MonthKeys months;
    private final Proofs proofs;
    private final TreeRows tree;

    @Inject
    ProvenCertificates(DestructionRows orders, FoundRows entries, MonthKeys months, Proofs proofs, TreeRows tree) {
        this.orders = orders;
        this.entries = entries;
        this.months = months;
        this.proofs = proofs;
        this.tree = tree;
    }

    /** Empty until the first part has its checkpoint; and where the log's term has passed, as its bytes are gone. */
    public Optional<DestructionCertificate> of(UUID order) {
        return orders.certificate(order)
                .flatMap(certificate -> proofs.newest().flatMap(shown -> {
                    List<Part> parts = new ArrayList<>();
                    part(1, certificate.keysDestroyedAt(), order, shown).ifPresent(parts::add);
                    certificate
                            .outOfReachAt()
                            .filter(at -> !parts.isEmpty())
                            .flatMap(at -> part(2, at, order, shown))
                            .ifPresent(parts::add);
                    return parts.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new DestructionCertificate(order, shown.note(), parts));
                }));
    }

    /** Looks through the key operations from then on: no column joins the order with its entries. */
    private Optional<Part> part(int number, Instant from, UUID order, Published shown) {
        LogFilter filter = new LogFilter(
                Optional.empty(), Optional.of(ACTION), Optional.of(from.minusSeconds(1)), Optional.empty());
        List<Found> page = entries.page(filter, -1, SOME);
        while (!page.isEmpty()) {
            for (Found found : page) {
                Optional<Part> part = part(number, found, order, shown);
                if (part.isPresent()) {
                    return part;
                }
            }
            page = entries.page(filter, place(page.get(page.size() - 1)), SOME);
        }
        return Optional.empty();
    }

    private Optional<Part> part(int number, Found found, UUID order, Published shown) {
        return months.open(found.leaf())
                .filter(inside -> place(found) < shown.size())
                .filter(inside -> order.toString().equals(inside.more().get("order")))
                .filter(inside -> Integer.toString(number).equals(inside.more().get("part")))
                .map(inside -> new Part(
                        number,
                        Instant.ofEpochSecond(found.leaf().publicPart().epochSecond()),
                        proven(found, inside, shown)));
    }

    private ProvenEntry proven(Found found, Inside inside, Published shown) {
        long place = place(found);
        return new ProvenEntry(
                place,
                found.leaf(),
                Optional.of(inside),
                InclusionProof.of(place, shown.size(), tree).path());
    }

    private static long place(Found found) {
        return found.seq().orElseThrow();
    }
}
