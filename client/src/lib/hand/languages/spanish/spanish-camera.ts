import type { CameraCatalogue } from "../catalogue.ts";

export const spanishCamera = {
  camera: {
    camera: "Cámara",
    scanning: "Escaneando, mantén el código dentro",
    starting: "Iniciando la cámara …",
    paused: "Cámara en pausa",
    noPicture: "Sin imagen de la cámara",
    torch: "Linterna",
    zoom: "Zoom",
    zoomTo: "{now} Zoom, toca para {next}",
    done: "Listo",
    photo: "Tomar una foto del código",
    reading: "Leyendo la foto …",
    noCodeInPhoto: "No se encontró ningún código en esta foto. Acércate y mantenlo recto.",
    tryAgain: "Probar otra vez la cámara",
    expires: "cad. {day}",
    refused:
      "Este navegador no puede usar la cámara. Permítelo en sus ajustes para esta página, o toma una foto del código.",
    none: "Este dispositivo no tiene cámara. Elige en su lugar una imagen del código.",
    busy: "Otra aplicación usa la cámara. Ciérrala, o toma una foto del código.",
    insecure:
      "Una cámara necesita una dirección que empiece por https. Toma una foto del código, o pregunta a tu administrador.",
    noDecoder:
      "No se pudo cargar lo que lee los códigos. Llega con la próxima conexión; un escáner funciona como siempre.",
  },
  join: {
    title: "Unirse a un recuento",
    pageTitle: "Unirse a un recuento · Tallyroom",
    how: "Escanea o escribe el código de la pantalla del supervisor o de una hoja de recuento.",
    code: "Código del recuento",
    go: "Continuar",
    scan: "Escanear",
    typeInstead: "Escribirlo",
    noCode: "«{text}» no es código de ningún recuento. Se parece a CC-0007.",
    none: "No hay ningún recuento {name} que puedas ver. Mira otra vez el código, o pregunta a quien lo planificó.",
    choose: "Recuentos de varios almacenes tienen este número. ¿Cuál?",
    deviceHow: "Para que el supervisor sepa cuál es.",
    start: "Empezar a contar",
    startHow: "Desde aquí hay sonidos.",
    another: "Otro código",
    install: "Instalar en este dispositivo",
    installOnIos:
      "Para tenerlo como una aplicación: toca Compartir y luego «Añadir a pantalla de inicio».",
    draft: "{name} aún no ha empezado.",
    handedIn: "{name} está entregado: ahora nadie puede contar en él.",
    posting: "{name} se está contabilizando: ahora nadie puede contar en él.",
    complete: "{name} está completo: ahora nadie puede contar en él.",
    calledOff: "{name} fue cancelado: ahora nadie puede contar en él.",
  },
} satisfies CameraCatalogue;
