/** The window as a whole: what its parts tell each other, header, status bar, theme, notices, settings. */
package io.marquee.ui.window;
