package muhafiz.stand.schema;

/** The database's roles, as the stand makes them; an outside database may call owner and server otherwise. */
public final class RoleNames {
    /** Runs migrations and owns what they make. */
    public static final String OWNER = "muhafiz_owner";

    /** The server's own: it uses what was made. */
    public static final String APP = "muhafiz_app";

    /** Nobody logs in with it; it owns the key ring and its functions. */
    public static final String KEYRING = "muhafiz_keyring";

    /** Nobody logs in with it; the server's transactions take it on for background work, and see by its policies. */
    public static final String BACKGROUND = "muhafiz_background";

    private RoleNames() {}
}
