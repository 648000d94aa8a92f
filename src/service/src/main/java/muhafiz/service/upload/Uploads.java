package muhafiz.service.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.intake.Admission;
import muhafiz.service.intake.Admission.Admitted;
import muhafiz.service.intake.Intake;
import muhafiz.service.intake.Received;
import muhafiz.service.intake.Upload;
import muhafiz.service.upload.UploadDesk.Standing;
import muhafiz.service.upload.UploadDesk.Visitor;

/**
 * Takes a document in parts (tus 1.0). Whoever began an upload may go on with it, as long as the case takes documents from them. Safe for all
 * threads and nodes: of two that send the same bytes at once, one is told where the upload is by now.
 */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = System.getLogger(Uploads.class.getName());

    private final Admission admission;
    private final Intake intake;
    private final UploadDesk desk;
    private final Parts parts;
    private final SpentUploads spent;

    @Inject
    Uploads(Admission admission, Intake intake, UploadDesk desk, Parts parts, SpentUploads spent) {
        this.admission = admission;
        this.intake = intake;
        this.desk = desk;
        this.parts = parts;
        this.spent = spent;
    }

    /**
     * Begins an upload of which nothing has come.
     *
     * @param number of the application
     * @throws RefusedException as for a document in one piece; {@code too-many-uploads}
     * @throws UnavailableException {@code uploads-full}
     */
    public UploadProgress begin(Caller caller, String number, UploadWish wish) {
        Admitted admitted = admission.admit(caller, number, wish.kind());
        return onRecord(new Visitor(caller, admitted), () -> {
            admitted.requireLength(wish.length());
            return desk.begin(new Visitor(caller, admitted), wish).progress();
        });
    }

    /** @throws RefusedException {@code not-found} for everybody but who began it */
    public UploadProgress look(Caller caller, String number, UUID id) {
        Found found = found(caller, number, id);
        desk.looked(found.visitor(), id);
        return found.standing().progress();
    }

    /**
     * Takes more bytes; with the last of them the document is filed. What came before the sender went away stays counted, unless a checksum
     * was announced.
     *
     * @throws RefusedException {@code offset-changed}, {@code checksum-mismatch}: ask where it is and go on; {@code body-too-slow}; any
     *     other ends the upload
     * @throws IOException where the sender went away
     */
    public UploadProgress append(Caller caller, String number, UUID id, Append append) throws IOException {
        Found found = found(caller, number, id);
        return onRecord(found.visitor(), () -> appended(found, number, append));
    }

    private UploadProgress appended(Found found, String number, Append append) throws IOException {
        Standing standing = found.standing();
        if (standing.row().document().isPresent() || append.offset() != standing.received()) {
            throw UploadDesk.offsetChanged();
        }
        long left = standing.wish().length() - standing.received();
        if (append.length().orElse(0) > left) {
            throw tooLong(left);
        }
        try (LeafKey key = desk.key(standing)) {
            Arrival arrival = new Arrival(desk, parts, new Arrival.Of(found.visitor(), standing, key), append);
            Optional<InputStream> whole = arrival.take();
            return whole.isPresent() ? file(found, number, arrival, whole.get()) : arrival.progress();
        } catch (RefusedException refused) {
            endIfFinal(standing.row().id(), refused.refusal());
            throw refused;
        }
    }

    static RefusedException tooLong(long left) {
        return new RefusedException(
                Refusal.TOO_LARGE,
                "the body is longer than the " + left + " bytes that are left of the upload",
                Map.of("limit", Long.toString(left)));
    }

    private UploadProgress file(Found found, String number, Arrival arrival, InputStream whole) throws IOException {
        Standing standing = found.standing();
        UploadWish wish = standing.wish();
        Upload upload = new Upload(
                wish.kind(),
                wish.replaces(),
                OptionalLong.of(wish.length()),
                Optional.empty(),
                Optional.empty(),
                wish.fileName(),
                whole);
        UUID id = standing.row().id();
        Received received = intake.receive(
                found.visitor().caller(), number, upload, document -> desk.file(id, arrival.counted(), document));
        clear(id);
        return new UploadProgress(
                id,
                wish.length(),
                wish.length(),
                wish.metadata(),
                standing.row().until(),
                Optional.of(received.id()));
    }

    private void endIfFinal(UUID id, Refusal refusal) {
        switch (refusal) {
            case OFFSET_CHANGED, CHECKSUM_MISMATCH, BODY_TOO_SLOW, TOO_LARGE -> {} // the next call goes on
            default -> {
                desk.refused(id);
                clear(id);
            }
        }
    }

    /** Ends an upload at its sender's wish; its parts are gone with the answer. @throws RefusedException {@code not-found} */
    public void end(Caller caller, String number, UUID id) {
        Found found = found(caller, number, id);
        onRecord(found.visitor(), () -> {
            desk.end(found.visitor(), id);
            clear(id);
            return id;
        });
    }

    /** What fails here is done by the sweep. */
    private void clear(UUID id) {
        try {
            spent.clear(id);
        } catch (Exception later) { // a commit that fails throws a checked one, declared or not
            LOG.log(
                    Level.WARNING,
                    "what upload {0} left behind is cleared later: {1}",
                    id,
                    later.getClass().getName());
        }
    }

    private record Found(Visitor visitor, Standing standing) {}

    private Found found(Caller caller, String number, UUID id) {
        Standing standing = desk.find(id).orElseThrow(UploadDesk::unknown);
        Visitor visitor = new Visitor(
                caller, admission.admit(caller, number, standing.wish().kind()));
        desk.requireOwn(visitor, standing);
        return new Found(visitor, standing);
    }

    private interface Step<T, E extends Exception> {
        T take() throws E;
    }

    /** What is refused after the case let the sender in is an entry about the case. */
    private <T, E extends Exception> T onRecord(Visitor visitor, Step<T, E> step) throws E {
        try {
            return step.take();
        } catch (RefusedException refused) {
            if (!visitor.caller().request().isOnRecord()) {
                admission.refused(visitor.caller(), visitor.admitted(), refused.refusal());
            }
            throw refused;
        }
    }
}
