/** The arithmetic room: dense-layer kernels on row-major float tiles. It knows neither data nor DL4J. */
package io.marquee.kernel;
