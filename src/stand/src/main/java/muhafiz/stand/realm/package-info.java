/**
 * Who may log in on the stand: the demo users of the contract, each with one generated password, written as files of
 * Elytron's file-system realm before the server starts. A user's role and unit are both values of the attribute
 * {@code roles} ({@code case_officer}, {@code unit:RD-1}), so that a token of an identity provider can carry the same.
 *
 * <pre>{@code
 * new DemoUsers(home).ensure();   // first start: realm/ and credentials.properties
 * }</pre>
 */
@NullMarked
package muhafiz.stand.realm;

import org.jspecify.annotations.NullMarked;
