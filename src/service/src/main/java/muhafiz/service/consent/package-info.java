/**
 * Consents and subscriptions. A consent says who agrees to what; while it stands it can be worked with, and from the commit of its
 * withdrawal on it cannot: it is in no list any more, and an order destroys the keys of all that it held.
 */
@NullMarked
package muhafiz.service.consent;

import org.jspecify.annotations.NullMarked;
