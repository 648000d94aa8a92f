package muhafiz.service.fixity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealedLength;
import muhafiz.domain.document.SealedContent;
import muhafiz.store.MissingObjectException;
import muhafiz.store.ObjectStore;

/** Looks at one document's ciphertext: each object's length, all tags, the SHA-256 of the whole. Gives away no byte of it. */
final class Checkup {
    private final ObjectStore store;
    private final SealedContent content;
    private final WatchedSource source;

    /** @param content what the row says of the ciphertext */
    Checkup(ObjectStore store, SealedContent content, WatchedSource source) {
        this.store = store;
        this.content = content;
        this.source = source;
    }

    /**
     * What is wrong, if anything is.
     *
     * @param opener reads from the source
     */
    Optional<Damage> of(Opener opener) {
        SealedLength length = new SealedLength(content.length());
        for (int segment = 0; segment < length.segments(); segment++) {
            Optional<Damage> damage = ofLength(segment, length.segmentLength(segment));
            if (damage.isPresent()) {
                return damage;
            }
        }
        return ofBytes(opener);
    }

    private Optional<Damage> ofLength(int segment, long wanted) {
        OptionalLong found = store.head(source.nameOf(segment));
        String object = source.nameOf(segment).toString();
        if (found.isEmpty()) {
            return Optional.of(new Damage(Damage.Kind.MISSING, object));
        }
        if (found.getAsLong() == wanted) {
            return Optional.empty();
        }
        boolean shorter = found.getAsLong() < wanted;
        return Optional.of(new Damage(shorter ? Damage.Kind.TRUNCATED : Damage.Kind.TOO_LONG, object));
    }

    private Optional<Damage> ofBytes(Opener opener) {
        try {
            opener.verify();
        } catch (MissingObjectException e) {
            return Optional.of(new Damage(Damage.Kind.MISSING, source.lastObject()));
        } catch (IntegrityException e) {
            return Optional.of(new Damage(Damage.Kind.CHANGED, source.lastObject()));
        } catch (IOException e) {
            throw new UncheckedIOException("a store fails in words of its own", e);
        }
        return MessageDigest.isEqual(source.sha256(), content.sha256())
                ? Optional.empty()
                : Optional.of(FixityDesk.DAMAGED_ROW);
    }
}
