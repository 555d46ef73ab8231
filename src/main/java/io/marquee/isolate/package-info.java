/** Training in a process of its own: the child process, and the run that watches it from here. */
package io.marquee.isolate;
