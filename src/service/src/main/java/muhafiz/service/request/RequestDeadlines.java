package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.request.RequestTerms;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.DeadlineKeeper;
import muhafiz.service.policy.PolicyInForce;

/** The days of open requests, computed anew when a year is loaded that they touch; each day that comes or moves is an entry. */
@ApplicationScoped
public class RequestDeadlines implements DeadlineKeeper {
    private static final int AT_ONCE = 200;

    private final RequestRows rows;
    private final RequestText text;
    private final RequestEntries entries;
    private final PolicyInForce policies;

    @Inject
    RequestDeadlines(RequestRows rows, RequestText text, RequestEntries entries, PolicyInForce policies) {
        this.rows = rows;
        this.text = text;
        this.entries = entries;
        this.policies = policies;
    }

    @Override
    @Transactional
    public Optional<UUID> recompute(int year, UUID after) {
        List<UUID> ids = rows.touched(year, after, AT_ONCE);
        ids.forEach(id -> rows.lock(id).ifPresent(this::recompute));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    private void recompute(RequestRow row) {
        Optional<JsonObject> said = text.open(row);
        if (said.isEmpty() || !row.state().isOpen()) {
            return;
        }
        Policy policy = policies.version(row.came().policyVersion()).orElseGet(policies::policy);
        LocalDate received = row.receivedOn(policy.meta().timeZone());
        policy.requestKind(row.came().right().id()).ifPresent(kind -> {
            RequestTerms terms = RequestTerms.of(policy, kind, Fields.course(said.get(), received));
            boolean isMoved = !terms.answerBy().equals(row.terms().answerBy())
                    || !terms.refuseBy().equals(row.terms().refuseBy());
            if (terms.answerBy().isPresent() && isMoved) {
                rows.save(row.by(terms));
                entries.done(
                        Caller.archive(Randoms.id().toString()),
                        "correct",
                        "archive.calendar-loaded",
                        RequestEntries.About.of(row, Fields.persons(said.get())),
                        Map.of(
                                "what",
                                "answer by",
                                "after",
                                terms.answerBy().get().toString()));
            }
        });
    }
}
