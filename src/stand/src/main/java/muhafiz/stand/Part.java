package muhafiz.stand;

/** What the stand runs, in the order of its start. */
public enum Part {
    /** PostgreSQL. */
    DATABASE,
    /** The S3 server. */
    OBJECTS,
    /** The time-stamp authority, where the operator names no other. */
    TIMESTAMPS,
    /** WildFly with the archive. */
    SERVER
}
