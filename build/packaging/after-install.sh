#!/bin/sh
set -e

ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'
# Chromium's sandbox must work where the kernel keeps user namespaces from ordinary users (银河麒麟, 统信 UOS).
chown root:root '/opt/${sanitizedProductName}/chrome-sandbox'
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -f /usr/share/icons/hicolor || true; fi
