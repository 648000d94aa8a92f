package muhafiz.service;

/**
 * One thing wrong in a text that somebody sent.
 *
 * @param line from 1
 * @param path where in the text, as keys joined by dots
 * @param message what was found and what is allowed
 */
public record Flaw(int line, String path, String message) {}
