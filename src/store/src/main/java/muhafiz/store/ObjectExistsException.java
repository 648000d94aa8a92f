package muhafiz.store;

import muhafiz.crypto.IntegrityException;

/** A name that was drawn at random is taken by other bytes: someone puts where only we should. */
public final class ObjectExistsException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    ObjectExistsException(ObjectName name) {
        super("object " + name + " exists with other content");
    }
}
