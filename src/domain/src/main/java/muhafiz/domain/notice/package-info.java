/**
 * What people are told of their files: notices, which say that something happened and never what.
 *
 * <p>Which notices there are says the policy ({@code notices}); their words in three languages stand beside the classes, under a number that
 * changes with them, so that a row of the outbox says which words somebody was sent.
 *
 * <pre>{@code
 * NoticeTexts.of("late", "en", Map.of()).subject();
 * }</pre>
 */
@NullMarked
package muhafiz.domain.notice;

import org.jspecify.annotations.NullMarked;
