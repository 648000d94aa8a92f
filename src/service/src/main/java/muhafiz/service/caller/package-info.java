/**
 * Who is asking, and what they state. {@link muhafiz.service.caller.Callers} is the one place where an identity is read, whether it came
 * from the stand's file realm or from an OIDC token; {@link muhafiz.service.caller.Accounts} says what the realm holds of any account.
 */
@NullMarked
package muhafiz.service.caller;

import org.jspecify.annotations.NullMarked;
