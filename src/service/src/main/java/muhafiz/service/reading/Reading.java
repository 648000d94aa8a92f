package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.RestrictedFile;
import muhafiz.service.reading.ReadingRoom.Answer;
import muhafiz.service.reading.ReadingRoom.Part;

/**
 * Shows a document to a person. The decision and its log entry are one transaction, committed before anything is handed out: a log that
 * cannot be written is a document that cannot be read.
 */
@ApplicationScoped
public class Reading {
    private final Gate gate;
    private final ReadingRoom room;

    @Inject
    Reading(Gate gate, ReadingRoom room) {
        this.gate = gate;
        this.room = room;
    }

    /** What the caller may know of the document, without its bytes. @throws RefusedException as the contract orders the answers */
    public Described describe(Caller caller, UUID id, Why why) {
        refuseNonStaff(caller);
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return shown(
                room.describe(new ReadingRoom.Request(caller, id, Action.READ_META, purpose, why.ref(), Part.WHOLE)));
    }

    /** The document's bytes; the caller closes what it gets. @throws RefusedException as the contract orders the answers */
    public OpenedContent open(Caller caller, UUID id, Why why) {
        refuseNonStaff(caller);
        String purpose = gate.purpose(caller, Action.READ_CONTENT, why);
        return shown(
                room.open(new ReadingRoom.Request(caller, id, Action.READ_CONTENT, purpose, why.ref(), Part.WHOLE)));
    }

    /**
     * The document's bytes for the sandbox to draw; the caller closes what it gets.
     *
     * @param part as the entry names it
     * @throws RefusedException as {@link #open}; {@code not-drawable}
     */
    ReadingRoom.Sheets openSheets(Caller caller, UUID id, Why why, String part) {
        refuseNonStaff(caller);
        String purpose = gate.purpose(caller, Action.READ_CONTENT, why);
        Part page = new Part(Optional.of(part));
        return shown(
                room.openSheets(new ReadingRoom.Request(caller, id, Action.READ_CONTENT, purpose, why.ref(), page)));
    }

    static RefusedException notDrawable(String reason) {
        return new RefusedException(Refusal.NOT_DRAWABLE, "it cannot be drawn: " + reason, Map.of("reason", reason));
    }

    private static void refuseNonStaff(Caller caller) {
        if (caller.isOwner()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "number and code open no document");
        }
    }

    private static <T> T shown(Answer<T> answer) {
        if (answer instanceof Answer.Shown<T> shown) {
            return shown.what();
        }
        if (answer instanceof Answer.Restricted<T> restricted) {
            throw RestrictedFile.refusal(restricted.restriction());
        }
        if (answer instanceof Answer.NotSafe<T> not) {
            throw new RefusedException(
                    Refusal.NOT_SAFE, "nobody gets its bytes, see reason", Map.of("reason", not.reason()));
        }
        if (answer instanceof Answer.NotDrawable<T> not) {
            throw notDrawable(not.reason());
        }
        throw new RefusedException(Refusal.NOT_FOUND, "there is no such document");
    }
}
