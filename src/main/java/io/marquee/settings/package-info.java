/** Where Marquee keeps what belongs to the person: directories, the settings file and the log. Knows no JavaFX. */
package io.marquee.settings;
