package muhafiz.service.log;

/**
 * Told on the node that grew the tree, after its commit.
 *
 * @param lease under which it grew, or was taken over
 */
public record Grown(Lease lease) {}
