/** The terminal: one picocli command per job. */
package io.marquee.cli;
