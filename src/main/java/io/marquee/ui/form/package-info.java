/** The form: what a run is asked for, field by field, with checks and explanations. */
package io.marquee.ui.form;
