package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.EndDates;

/** What officers do with letters, as acts upon their files. Each is an entry, whatever comes of it. */
@ApplicationScoped
public class LetterActs {
    /** In the file's form: false where a machine sent it. */
    public static final String ANSWERABLE = "answerable";

    private static final String CLASS = "RC-LETTER";
    /** The policy's trigger that the archive states itself. */
    private static final String ANSWERED = "answered";

    private final CaseActs acts;
    private final CaseRows rows;
    private final CaseFields fields;
    private final EndDates ends;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    LetterActs(
            CaseActs acts,
            CaseRows rows,
            CaseFields fields,
            EndDates ends,
            PolicyInForce policies,
            InstantSource clock) {
        this.acts = acts;
        this.rows = rows;
        this.fields = fields;
        this.ends = ends;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Whether the letter may be answered, and where.
     *
     * @return the writer's fields
     * @throws RefusedException {@code not-found}, {@code never-answered}, {@code already-decided}
     */
    public Map<String, String> beforeAnswer(Caller caller, String number) {
        Map<String, String> writer = new TreeMap<>();
        CaseActs.Deed deed = new CaseActs.Deed(Action.ANSWER, "read_meta", Map.of("what", "letter to be answered"));
        acts.act(caller, number, deed, file -> {
            requireAnswerable(file);
            rows.parties(file.id())
                    .forEach(party -> fields.of(party)
                            .forEach((name, value) -> writer.put(name, ((JsonString) value).getString())));
        });
        return writer;
    }

    private void requireAnswerable(CaseFile file) {
        requireLetter(file);
        JsonObject form = fields.of(file).getJsonObject("form");
        if (form != null && !form.getBoolean(ANSWERABLE, true)) {
            throw new RefusedException(Refusal.NEVER_ANSWERED, "a machine sent it; it is kept and never answered");
        }
        if (!file.state().next().contains(CaseState.IN_WORK) && file.state() != CaseState.IN_WORK) {
            throw new RefusedException(Refusal.ALREADY_DECIDED, "it was answered already");
        }
    }

    private static void requireLetter(CaseFile file) {
        if (!file.recordClass().equals(CLASS)) {
            throw new RefusedException(Refusal.NOT_FOUND, "there is no such letter");
        }
    }

    /** The answer lies with the letter: it is decided, and its retention runs. No notice of that goes out beside the answer. */
    public void answered(Caller caller, String number, UUID answer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, policies.policy().meta().timeZone());
        CaseActs.Deed deed = new CaseActs.Deed(
                Action.ANSWER,
                "record_event",
                Map.of("type", ANSWERED, "on", today.toString(), "answer", answer.toString()));
        acts.act(caller, number, deed, file -> {
            requireAnswerable(file);
            if (file.state() != CaseState.IN_WORK) {
                file.moveTo(CaseState.IN_WORK);
            }
            file.moveTo(CaseState.DECIDED);
            rows.add(new CaseEvent(
                    Randoms.id(),
                    file.id(),
                    new CaseEvent.Happening(ANSWERED, Optional.empty(), today),
                    new CaseEvent.Recording(now, caller.user(), false)));
            rows.flush();
            ends.ofCase(file.id());
        });
    }

    /**
     * Gives the letter to another unit.
     *
     * @param reason kept sealed in the entry
     * @throws RefusedException {@code unit-unknown}, {@code not-found}
     */
    public void forward(Caller caller, String number, String unit, String reason) {
        CaseActs.Deed deed = new CaseActs.Deed(Action.ANSWER, "assign", Map.of("toUnit", unit, "reason", reason));
        acts.act(caller, number, deed, file -> {
            requireLetter(file);
            if (policies.policy().unit(unit).isEmpty()) {
                throw new RefusedException(Refusal.UNIT_UNKNOWN, "there is no such unit");
            }
            file.assignTo(unit, "");
            file.takeFromOfficer();
        });
    }
}
