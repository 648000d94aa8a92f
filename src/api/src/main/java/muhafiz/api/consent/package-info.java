/** Consents and subscriptions. */
@NullMarked
package muhafiz.api.consent;

import org.jspecify.annotations.NullMarked;
