package muhafiz.service.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.LetterActs;
import muhafiz.service.intake.Intake;

/** Answers letters and passes them on within the office. */
@ApplicationScoped
public class Answering {
    private final Gate gate;
    private final LetterActs acts;
    private final Intake intake;

    @Inject
    Answering(Gate gate, LetterActs acts, Intake intake) {
        this.gate = gate;
        this.acts = acts;
        this.intake = intake;
    }

    /**
     * An answer that is kept, and where it goes.
     *
     * @param sendTo the writer's contact, by member names of {@link NewLetter#FIELDS}
     */
    public record Answer(UUID document, Map<String, String> sendTo) {}

    /**
     * Keeps an answer with its letter; from today the letter's retention runs.
     *
     * @throws RefusedException {@code not-found}; {@code never-answered} for what a machine sent; {@code already-decided}
     * @throws IOException never, of bytes in memory
     */
    public Answer answer(Caller caller, String number, String text, Why why) throws IOException {
        gate.purpose(caller, Action.ANSWER, why);
        if (text.isBlank()) {
            throw new RefusedException(Refusal.MALFORMED, "an answer says something", Map.of("member", "text"));
        }
        Map<String, String> sendTo = acts.beforeAnswer(caller, number);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        UUID document = intake.receive(caller, number, Letters.upload(bytes, Optional.empty()))
                .id();
        acts.answered(caller, number, document);
        return new Answer(document, sendTo);
    }

    /** Gives it to another unit. @throws RefusedException {@code unit-unknown}, {@code not-found} */
    public void forward(Caller caller, String number, String unit, String reason, Why why) {
        gate.purpose(caller, Action.ANSWER, why);
        acts.forward(caller, number, unit, reason);
    }
}
