package io.marquee.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.marquee.settings.AppDirectories;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the log goes: a file of the user's, and with {@code --verbose} standard error. */
public final class Logging {

    /** Folder of the log file; logback.xml reads it. */
    public static final String FOLDER_PROPERTY = "marquee.log.folder";

    private Logging() {}

    /** Says where the log file is to be; takes effect only before the first logger is made. */
    public static void toUserFolder() {
        if (System.getProperty(FOLDER_PROPERTY) == null) {
            System.setProperty(FOLDER_PROPERTY, AppDirectories.ofUser().logs().toString());
        }
    }

    /** The log file. */
    public static Path file() {
        String folder = System.getProperty(FOLDER_PROPERTY);
        return (folder == null ? AppDirectories.ofUser().logs() : Path.of(folder)).resolve("marquee.log");
    }

    static void showOnStandardError() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{24} - %msg%n");
        encoder.start();
        ThresholdFilter informative = new ThresholdFilter();
        informative.setLevel("INFO");
        informative.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.addFilter(informative);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }
}
