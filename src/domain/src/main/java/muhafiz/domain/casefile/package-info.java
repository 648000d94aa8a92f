/**
 * The case file: one application to the service, with its parties, its events and its state.
 *
 * <p>A case is opened once, gets an {@link muhafiz.domain.casefile.ApplicationNumber}, waits for its documents, is decided and
 * closed. What a person may be known by (names, numbers, contacts) is never a field here: it stands sealed, in {@code sealed},
 * under the leaf key that dies with it. In clear are codes, states and dates.
 *
 * <pre>{@code
 * ApplicationNumber number = ApplicationNumber.fromDigits("84710264931");
 * ApplicationNumber.parse(number.toString()).equals(number);   // the check digit holds
 * }</pre>
 */
@NullMarked
package muhafiz.domain.casefile;

import org.jspecify.annotations.NullMarked;
