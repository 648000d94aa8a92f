/**
 * Requests of persons: one register for every channel, each with its clock from receipt on, who asked and how surely they are known, what
 * it stopped at once, what was decided and why. What is destroyed because somebody asked goes through {@link
 * muhafiz.service.destruction.Destruction}; what is restricted stands in {@link muhafiz.service.retention.Restrictions}.
 */
@NullMarked
package muhafiz.service.request;

import org.jspecify.annotations.NullMarked;
