package muhafiz.service.log;

import java.util.UUID;

/**
 * The right to grow the tree, as a node was given it.
 *
 * @param node the node's random id of this run
 * @param fence another one each time the lease came from another node
 */
public record Lease(UUID node, long fence) {}
