package muhafiz.service.log;

/** What must be looked at before a node gives places under a lease that it did not have before. Each is a bean. */
public interface TakingOver {
    /**
     * On return the tree here reaches to wherever anybody has ever been shown it.
     *
     * @throws RuntimeException where that cannot be had; then no place is given, and it is asked again
     */
    void before(Lease lease);
}
