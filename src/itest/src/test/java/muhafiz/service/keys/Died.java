package muhafiz.service.keys;

/** A server that died. */
final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
}
