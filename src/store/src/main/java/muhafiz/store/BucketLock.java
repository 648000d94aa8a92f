package muhafiz.store;

/** The lock that a bucket puts on every new object by itself. */
public enum BucketLock {
    NONE,
    /** The destroyer's credential may bypass it. */
    GOVERNANCE,
    /** Nobody can lift it before its time, not even where the law says so. */
    COMPLIANCE
}
