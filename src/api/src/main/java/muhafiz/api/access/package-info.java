/**
 * How a call comes in, before any resource is asked.
 *
 * <p>{@link muhafiz.api.access.Entrance} gives the call its operation id and the headers every answer has, answers 503 while the
 * archive's door is shut, and refuses writes from other sites. {@link muhafiz.api.access.WhoAsks} lets nobody further who is neither
 * logged in, nor holds a number and its access code, except to what is public. No path is protected by the container: the account is
 * known by the security domain, whichever way it came (password or bearer token), and what it may do is the policy's to say.
 */
@NullMarked
package muhafiz.api.access;

import org.jspecify.annotations.NullMarked;
