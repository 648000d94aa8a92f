package muhafiz.store;

import muhafiz.crypto.IntegrityException;

/** An object that was acknowledged as stored is not there, or not as long as it was. */
public final class MissingObjectException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    MissingObjectException(String message) {
        super(message);
    }

    static MissingObjectException gone(ObjectName name) {
        return new MissingObjectException("object " + name + " is missing");
    }

    static MissingObjectException ends(ObjectName name, long offset, int length) {
        return new MissingObjectException(
                "object " + name + " ends before byte " + Math.addExact(offset, length) + " of a range from " + offset);
    }
}
