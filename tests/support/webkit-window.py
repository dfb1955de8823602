"""A bare window of WebKit that WebDriver steers; narrower than a browser with tool bars can be. Arguments: the theme of
the device (light or dark), and the file that it prints into when a page posts a message to `print`."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

theme, paper = sys.argv[1:3]
settings = Gtk.Settings.get_default()
settings.set_property("gtk-application-prefer-dark-theme", theme == "dark")
# The reader prefers reduced motion, so that nothing is on its way when it is looked at.
settings.set_property("gtk-enable-animations", False)

# WebDriver does not tell what goes wrong in a page, so the page keeps it from its first moment on.
TROUBLES = """
window.troubles = [];
addEventListener('error', ({ message }) => troubles.push(message));
addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)));
"""


def print_page(view):
    file = Gtk.PrintSettings()
    file.set(Gtk.PRINT_SETTINGS_PRINTER, "Print to File")
    file.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    file.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f"file://{paper}")
    sheet = Gtk.PageSetup()
    sheet.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    # Kept on the view, or Python lets go of it before it has printed.
    view.printing = WebKit2.PrintOperation.new(view)
    view.printing.set_print_settings(file)
    view.printing.set_page_setup(sheet)
    view.printing.print_()


def create_view(_session):
    content = WebKit2.UserContentManager()
    content.add_script(
        WebKit2.UserScript(
            TROUBLES, WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START, None, None
        )
    )
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, user_content_manager=content)
    content.register_script_message_handler("print")
    content.connect("script-message-received::print", lambda _content, _message: print_page(view))
    window = Gtk.Window()
    window.add(view)
    window.show_all()
    return view


context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)
context.connect("automation-started", lambda _context, session: session.connect("create-web-view", create_view))
Gtk.main()
