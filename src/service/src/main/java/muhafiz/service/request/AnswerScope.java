package muhafiz.service.request;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import muhafiz.domain.request.Right;

/**
 * How much of what is kept a request is answered with.
 *
 * @param isWhole whether the documents' bytes, what was read in them and the log belong to it
 * @param onlyClass the class of the cases it is about; empty for all
 * @param withheld documents that it leaves out because of a secret of origin
 * @param redacted what was drawn anew for it, by the document
 * @param until when it was decided: what came later is not in it; empty where nothing was decided
 */
record AnswerScope(
        boolean isWhole,
        Optional<String> onlyClass,
        Set<UUID> withheld,
        Map<UUID, RedactionRows.Row> redacted,
        Optional<Instant> until) {
    private static final String VIOLATIONS = "RC-VIO";

    AnswerScope(boolean isWhole, Optional<String> onlyClass) {
        this(isWhole, onlyClass, Set.of(), Map.of(), Optional.empty());
    }

    AnswerScope without(Set<UUID> documents) {
        return new AnswerScope(isWhole, onlyClass, documents, redacted, until);
    }

    AnswerScope with(Collection<RedactionRows.Row> drawn) {
        return new AnswerScope(
                isWhole,
                onlyClass,
                withheld,
                drawn.stream().collect(Collectors.toMap(RedactionRows.Row::document, Function.identity())),
                until);
    }

    AnswerScope until(Instant decided) {
        return new AnswerScope(isWhole, onlyClass, withheld, redacted, Optional.of(decided));
    }

    /** Whether what came then was there when it was decided. */
    boolean reaches(Instant came) {
        return until.filter(came::isAfter).isEmpty();
    }

    /** Empty where a request of this kind is not answered with data. */
    static Optional<AnswerScope> of(Right right) {
        return switch (right) {
            case ACCESS -> Optional.of(new AnswerScope(true, Optional.empty()));
            case SOURCE_PROOF -> Optional.of(new AnswerScope(false, Optional.empty()));
            case COPY_PENALTY -> Optional.of(new AnswerScope(true, Optional.of(VIOLATIONS)));
            case CORRECT, OBJECT, RESTRICT, BAN, ERASE, CONSENT_WITHDRAW, COMPLAINT -> Optional.empty();
        };
    }

    boolean covers(String recordClass) {
        return onlyClass.filter(one -> !one.equals(recordClass)).isEmpty();
    }
}
