/**
 * Who is asking, and whether they may.
 *
 * <p>{@link muhafiz.service.access.Caller} is the one place where an identity is read, whether it came from the stand's file realm or
 * from an OIDC token. {@link muhafiz.service.access.Gate} asks the contract's questions in the contract's order (purpose, reference,
 * role × purpose) before anything is looked up. {@link muhafiz.service.access.Attempts} counts what failed.
 */
@NullMarked
package muhafiz.service.access;

import org.jspecify.annotations.NullMarked;
