package io.marquee.device;

/**
 * Something training can run on, or would if it were supported.
 *
 * @param id name on the command line, such as {@code cpu}
 * @param name plain name for people, such as "CPU, AMD EPYC, 2 cores"
 * @param usable whether a run can be started on it
 * @param note what people should know: the code path, or why it is not usable and what to do
 */
public record Device(String id, String name, boolean usable, String note) {}
